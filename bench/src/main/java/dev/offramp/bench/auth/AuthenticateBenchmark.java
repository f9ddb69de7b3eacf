package dev.offramp.bench.auth;

import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Authentication;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// `Tenancy.authenticate` by itself, on a database of its own.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AuthenticateBenchmark {

    private final ServerKey key = TestServerKey.create();
    private Callers callers;
    private Callers.Caller known;

    @Setup
    public void open() {
        callers = new Callers();
        known = callers.known();
    }

    @TearDown
    public void close() {
        callers.close();
    }

    /// What every answer begins with.
    @Benchmark
    public byte[] keyedHash() {
        return key.hash(Purpose.API_SECRET, known.secret());
    }

    @Benchmark
    public Authentication rightSecret() {
        return callers.authenticate(known);
    }

    @Benchmark
    public Authentication wrongSecret() {
        return callers.authenticate(callers.wrongSecret());
    }

    @Benchmark
    public Authentication unknownId() {
        return callers.authenticate(callers.unknownId());
    }
}
