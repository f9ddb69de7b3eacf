#!/bin/bash
# Follows docs/site/quickstart.md literally, in a fresh clone of what was committed, and says what each part took.
#
#   scripts/quickstart.sh           with what Maven has downloaded before
#   scripts/quickstart.sh --cold    with an empty Maven repository, as on a new machine
#
# Ends with an error when a block of the page fails, when a number of the page is wrong, or when it took longer than
# the page says. Needs port 8080, which the page is about.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
url=http://localhost:8080
minutes_max=5
patience_seconds=1200

folder=
clone=
first=
second=

main() {
  case ${1-} in
  '' | --cold) ;;
  *) fail "there is no $1, only --cold" ;;
  esac
  if port_is_taken; then
    fail 'port 8080 is taken: end what listens there first, since the page is about that port'
  fi
  trap end_all EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  folder=$(mktemp -d "${TMPDIR:-/tmp}/offramp-quickstart.XXXXXX")
  clone=$folder/offramp
  page=$clone/docs/site/quickstart.md
  forget_settings
  if [ "${1-}" = --cold ]; then
    # By MAVEN_OPTS, since Maven 3.8 does not know MAVEN_ARGS.
    export MAVEN_OPTS="-Dmaven.repo.local=$folder/maven ${MAVEN_OPTS-}"
  fi
  mark 'cloning'
  clone_head
  read_blocks
  run_first
  run_second
  mark ''
  print_seconds
  hold 94,221.52
  hold 94,171
  hold_minutes
}

fail() {
  echo "quickstart: $1" >&2
  exit 1
}

port_is_taken() {
  (: </dev/tcp/127.0.0.1/8080) 2>/dev/null
}

# A new machine has none of them; where its JDK is, is no setting of the server.
forget_settings() {
  for name in $(env | sed -n 's/^\(OFFRAMP_[A-Z_]*\)=.*/\1/p'); do
    [ "$name" = OFFRAMP_JAVA_HOME ] || unset "$name"
  done
}

# Notes that a part named $1 begins now. Older shells know whole seconds only.
mark() {
  local now=${EPOCHREALTIME-$(date +%s)}
  printf '%s %s\n' "${now/,/.}" "$1" >>"$folder/marks"
}

clone_head() {
  if [ -n "$(git -C "$root" status --porcelain)" ]; then
    echo 'quickstart: what is not committed is not tried' >&2
  fi
  git clone --quiet "$root" "$clone"
}

# Each shell block of the page becomes a file NN.sh, with its heading in NN.title.
read_blocks() {
  mkdir "$folder/blocks"
  sed -e "s|{{url}}|$url|g" -e "s|{{base-url}}|$url/v1|g" "$page" | awk -v folder="$folder/blocks" '
    /^## / { title = substr($0, 4) }
    !inside && /^```sh( run)?$/ {
      inside = 1
      file = sprintf("%s/%02d", folder, ++count)
      print title >(file ".title")
      next
    }
    inside && /^```$/ { inside = 0; next }
    inside { print >(file ".sh") }'
  if grep -l '{{' "$folder"/blocks/*.sh; then
    fail 'a block has a live part that only the running server knows'
  fi
}

# The first terminal: the first block, until it says that it is ready.
run_first() {
  mark 'building'
  (cd "$clone" && exec bash "$folder/blocks/01.sh") >"$folder/first.log" 2>&1 &
  first=$!
  await 'is not built' test -f "$clone/server/target/built"
  mark 'start'
  await 'is not ready' grep -q 'is ready at' "$folder/first.log"
  cat "$folder/first.log"
}

# Waits for what the words behind $1 ask for, while the first terminal goes on.
await() {
  local failure=$1 until=$((SECONDS + patience_seconds))
  shift
  until "$@"; do
    if ! kill -0 "$first" 2>/dev/null || [ "$SECONDS" -gt "$until" ]; then
      cat "$folder/first.log" >&2
      fail "the server $failure"
    fi
    sleep 0.1
  done
}

# The second terminal: all other blocks in one shell, as they stand.
run_second() {
  {
    echo 'set -euo pipefail'
    declare -f mark
    printf 'folder=%q\n' "$folder"
    for block in "$folder"/blocks/*.sh; do
      [ "$block" = "$folder/blocks/01.sh" ] || say_block "${block%.sh}"
    done
  } >"$folder/second.sh"
  (cd "$clone" && exec bash "$folder/second.sh") >"$folder/second.log" 2>&1 &
  second=$!
  local until=$((SECONDS + patience_seconds)) result=0
  while kill -0 "$second" 2>/dev/null && [ "$SECONDS" -le "$until" ]; do
    sleep 0.1
  done
  if kill -0 "$second" 2>/dev/null; then
    result=1
  else
    wait "$second" || result=$?
  fi
  cat "$folder/second.log"
  [ "$result" = 0 ] || fail "the block below '$(sed -n '$s/^[^ ]* //p' "$folder/marks")' failed"
}

# Block $1 with its heading before it.
say_block() {
  printf 'mark %q\n' "$(cat "$1.title")"
  printf 'echo; echo %q\n' "## $(cat "$1.title")"
  cat "$1.sh"
}

print_seconds() {
  printf '\nquickstart: seconds of each part\n'
  awk '
    NR > 1 { printf "  %7.1f  %s\n", $1 - since, part }
    NR == 1 { began = $1 }
    { since = $1; part = $0; sub(/^[^ ]* /, "", part) }
    END { printf "  %7.1f  in all\n", since - began }' "$folder/marks"
}

# The page says $1 in its text, and the server in an answer.
hold() {
  grep -qF "$1" "$page" || fail "the page does not say $1 any more: see what it says, and hold it to that here"
  local number=${1//,/}
  grep -Eq "(^|[^0-9.])${number//./\\.}(\\.0+)?([^0-9.]|\$)" "$folder/second.log" ||
    fail "the page says $1, and no answer does"
}

hold_minutes() {
  grep -qF 'in five minutes' "$page" || fail 'the page does not say five minutes any more'
  awk -v max=$((minutes_max * 60)) '
    NR == 1 { began = $1 }
    { last = $1 }
    END { exit last - began > max }' "$folder/marks" || fail 'the page says five minutes, and it took longer'
}

# Process $1 and all that it started.
tree() {
  local child
  for child in $(pgrep -P "$1" 2>/dev/null); do
    tree "$child"
  done
  echo "$1"
}

# Ends what was started, by its number, also when it was interrupted in the middle.
end_all() {
  local pids='' postmaster=''
  [ -z "$second" ] || pids=$(tree "$second")
  [ -z "$first" ] || pids="$pids $(tree "$first")"
  end_processes TERM $pids
  # A server that was killed leaves its PostgreSQL behind.
  postmaster=$(head -n 1 "$clone/data/postgres/postmaster.pid" 2>/dev/null || true)
  end_processes INT $postmaster
  if [ -n "$folder" ]; then
    rm -rf "$folder"
  fi
}

# Sends signal $1 to the others that still run and waits for their end; who does not end in time is killed.
end_processes() {
  local signal=$1 pid until=$((SECONDS + 60))
  shift
  for pid in "$@"; do
    kill "-$signal" "$pid" 2>/dev/null || true
  done
  for pid in "$@"; do
    while kill -0 "$pid" 2>/dev/null && [ "$SECONDS" -le "$until" ]; do
      sleep 0.1
    done
    if kill -0 "$pid" 2>/dev/null; then
      kill -KILL "$pid" || true
    fi
  done
}

main "$@"
