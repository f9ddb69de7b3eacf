# Everything CI checks. Sourced by ./offramp, which has found Java and built the program.

# What a suite took and how it ended, a line each; printed at the end. A file, since suites run beside each other.
summary=$root/target/minutes

began=$(date +%s)
modules=
postgres_pid=
postgres_folder=

run_tests() {
  trap stop_all EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  install_node_packages
  find_postgres
  find_chromium
  name_missing_languages
  # All that is run beside the modules' tests is built before: tests must not meet a build.
  build bench -DskipTests bench/pom.xml bench/src server/src/test
  mkdir -p "$root/target"
  : >"$summary"
  rm -f "$root/target/test.log"
  failed=0
  start_postgres || fail 'the PostgreSQL of the machine does not start'
  run_modules &
  modules=$!
  await_acceptance
  run_beside >"$root/target/beside.log" 2>&1 || failed=1
  wait "$modules" || failed=1
  modules=
  cat "$root/target/beside.log"
  printf '\nofframp: minutes of each suite, database tests on PostgreSQL %s\n' \
    "$("$postgres_bin/postgres" --version | sed 's/.*) //; s/ .*//')"
  cat "$summary"
  awk "BEGIN { printf \"  %6.1f  in all\\n\", ($(date +%s) - $began) / 60 }"
  [ "$failed" = 0 ] || fail 'a suite failed'
}

# Acceptance waits most of the time (for blocks, for clocks, for a browser): what needs a processor runs beside it, one
# after the other.
run_beside() {
  beside=0
  run_simulation || beside=1
  run_lists || beside=1
  return "$beside"
}

# Until the modules before acceptance have ended, well or not.
await_acceptance() {
  while kill -0 "$modules" 2>/dev/null; do
    if grep -q 'Running dev\.offramp\.acceptance\.' "$root/target/test.log" 2>/dev/null; then
      return
    fi
    sleep 2
  done
}

# Notes suite $1, begun at second $2, with its result $3.
note_suite() {
  awk "BEGIN { printf \"  %6.1f  %s %s\\n\", ($(date +%s) - $2) / 60, \"$1\", \"$3\" }" >>"$summary"
}

is_root() {
  [ "$(id -u)" = 0 ]
}

# Installs Debian package $1 where we may, else says what to install.
install_package() {
  if ! is_root || ! command -v apt-get >/dev/null; then
    fail "$2"
  fi
  echo "offramp: installing $1" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1; } >&2 ||
    fail "$2"
}

# The real EVM node, the Solidity compiler and the independent address libraries of the acceptance tests, into the tree,
# as the lock files say.
install_node_packages() {
  command -v npm >/dev/null || install_package 'nodejs npm' 'Node.js with npm is missing: the tests run a node from npm'
  for packages in "$root/acceptance/npm" "$root/acceptance/npm-vectors" "$root/clients/typescript"; do
    if [ ! -f "$packages/node_modules/.package-lock.json" ] ||
      [ -n "$(find "$packages/package-lock.json" -newer "$packages/node_modules/.package-lock.json")" ]; then
      (cd "$packages" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2 || fail 'npm ci failed'
    fi
  done
}

# Sets postgres_bin to the oldest PostgreSQL of the machine that we support.
find_postgres() {
  look_for_postgres && return
  install_package postgresql 'PostgreSQL 15 or newer is missing: install it (Debian: apt-get install postgresql)'
  look_for_postgres || fail 'PostgreSQL 15 or newer is missing, and the package postgresql is older'
}

look_for_postgres() {
  for version in 15 16 17 18; do
    for postgres_bin in "/usr/lib/postgresql/$version/bin" "/usr/pgsql-$version/bin" \
      "/opt/homebrew/opt/postgresql@$version/bin" "/usr/local/opt/postgresql@$version/bin"; do
      if [ -x "$postgres_bin/initdb" ]; then
        return 0
      fi
    done
  done
  return 1
}

# The browser of the dashboard's tests; OFFRAMP_CHROMIUM names another one.
find_chromium() {
  [ -x "${OFFRAMP_CHROMIUM-}" ] && return
  for browser in chromium chromium-browser google-chrome; do
    command -v "$browser" >/dev/null && return
  done
  install_package chromium 'Chromium is missing: install it, or name a browser of its kind in OFFRAMP_CHROMIUM'
}

# Examples and client libraries in a language that is not here are left out, which CI does not allow
# (OFFRAMP_TEST_TOOLS=all).
name_missing_languages() {
  missing=
  for language in python3 php ruby go; do
    command -v "$language" >/dev/null || missing="$missing $language"
  done
  [ -z "$missing" ] || echo "offramp: not on this machine, so nothing written in it is tried:$missing" >&2
}

# All modules in one Maven run; their minutes are in its own closing table. Those with a browser are said apart. What
# needs a database by itself meets the machine's own server, the oldest that we support; the program under test, the
# simulation and the benchmarks meet the newest, which the program brings.
run_modules() {
  log=$root/target/test.log
  { OFFRAMP_TEST_DATABASE_URL=$postgres_url maven verify --fail-at-end && echo passed >"$root/target/test.result" || echo failed >"$root/target/test.result"; } 2>&1 |
    tee "$log"
  awk '
    / -- in dev\.offramp\.acceptance\.(browser|dashboard)\./ {
      time = $0; sub(/.*Time elapsed: */, "", time); sub(/ s.*/, "", time)
      browser += time / 60
      if (/ (FAILURE|ERROR)! /) broken = 1
    }
    / (SUCCESS|FAILURE|SKIPPED)( |$)/ && / \.\.+ / {
      line = $0; sub(/^\[INFO\] /, "", line)
      name = line; sub(/ \.\.+ .*/, "", name)
      result = line; sub(/.* \.\.+ /, "", result); sub(/ .*/, "", result)
      time = line; sub(/.*\[ */, "", time); sub(/\].*/, "", time)
      split(time, part, /[: ]/)
      if (time ~ / h/) minutes = part[1] * 60 + part[2]
      else if (time ~ / min/) minutes = part[1] + part[2] / 60
      else minutes = part[1] / 60
      if (name ~ /acceptance/) minutes -= browser
      printf "  %6.1f  %s %s\n", minutes, name, result == "SUCCESS" ? "passed" : tolower(result)
    }
    END { if (browser) printf "  %6.1f  Browser %s\n", browser, broken ? "failed" : "passed" }' "$log" >>"$summary"
  [ "$(cat "$root/target/test.result")" = passed ]
}

# New seeds of the simulation, and every seed that ever failed.
run_simulation() {
  started=$(date +%s)
  "$root/offramp" verify --seeds "${OFFRAMP_TEST_SEEDS:-50}" --known &
  echo $! >"$root/target/simulation.pid"
  if wait $!; then
    result=passed
  else
    result=failed
  fi
  rm -f "$root/target/simulation.pid"
  note_suite Simulation "$started" "$result"
  [ "$result" = passed ]
}

# A long list: right answers, and no time that is grossly missed.
run_lists() {
  started=$(date +%s)
  if "$root/offramp" bench lists --rows 100000 --check; then
    result=passed
  else
    result=failed
  fi
  note_suite 'Long lists' "$started" "$result"
  [ "$result" = passed ]
}

# A private, forgetful server on loopback. PostgreSQL refuses to be root, so root lends it to the account postgres.
start_postgres() {
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/offramp-postgres.XXXXXX")
  postgres_password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  (umask 077 && echo "$postgres_password" >"$postgres_folder/password")
  as_postgres=
  if is_root; then
    as_postgres="setpriv --reuid=$(id -u postgres) --regid=$(id -g postgres) --clear-groups --"
    chown -R postgres "$postgres_folder"
  fi
  $as_postgres "$postgres_bin/initdb" -D "$postgres_folder/data" -U postgres --pwfile="$postgres_folder/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C --no-sync >/dev/null || return 1
  for attempt in 1 2 3 4 5; do
    postgres_port=$((20000 + ($$ * 7 + attempt * 131) % 12000))
    $as_postgres "$postgres_bin/postgres" -D "$postgres_folder/data" -c listen_addresses=127.0.0.1 \
      -c port="$postgres_port" -c unix_socket_directories= -c fsync=off -c max_connections=200 \
      >"$postgres_folder/log" 2>&1 &
    postgres_pid=$!
    if await_postgres; then
      postgres_url="jdbc:postgresql://127.0.0.1:$postgres_port/postgres?user=postgres&password=$postgres_password"
      return 0
    fi
  done
  cat "$postgres_folder/log" >&2
  return 1
}

await_postgres() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    if grep -q '^ready' "$postgres_folder/data/postmaster.pid" 2>/dev/null; then
      return 0
    fi
    kill -0 "$postgres_pid" 2>/dev/null || return 1
    sleep 1
  done
  return 1
}

# Ends process $1 and all that it started.
end_tree() {
  for child in $(pgrep -P "$1" 2>/dev/null); do
    end_tree "$child"
  done
  kill "$1" 2>/dev/null || true
}

# What the shell left in the background ends with it.
stop_all() {
  if [ -n "$modules" ]; then
    end_tree "$modules"
  fi
  if [ -f "$root/target/simulation.pid" ]; then
    kill "$(cat "$root/target/simulation.pid")" 2>/dev/null || true
    rm -f "$root/target/simulation.pid"
  fi
  stop_postgres
}

stop_postgres() {
  if [ -n "$postgres_pid" ] && kill -INT "$postgres_pid" 2>/dev/null; then
    wait "$postgres_pid" || true
  fi
  if [ -n "$postgres_folder" ]; then
    rm -rf "$postgres_folder"
  fi
}
