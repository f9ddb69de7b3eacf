package dev.offramp.acceptance.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands on one port before something whose port changes, or that is to be taken away: while it is shut,
/// connections are cut and refused.
final class Gate implements AutoCloseable {

    private final int port;
    private final List<Socket> through = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    private Gate(ServerSocket server) {
        this.server = server;
        this.port = server.getLocalPort();
    }

    /// Open to this port of this machine.
    static Gate to(int behind) {
        Gate gate = new Gate(listen(0));
        gate.serve(behind);
        return gate;
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void open(int behind) {
        server = listen(port);
        serve(behind);
    }

    private void serve(int behind) {
        ServerSocket here = server;
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    pass(here.accept(), behind);
                }
            } catch (IOException shut) {
                // Nobody gets through any more.
            }
        });
    }

    private void pass(Socket from, int behind) {
        try {
            Socket to = new Socket(InetAddress.getLoopbackAddress(), behind);
            through.add(from);
            through.add(to);
            Thread.ofVirtual().start(() -> copy(from, to));
            Thread.ofVirtual().start(() -> copy(to, from));
        } catch (IOException nobodyThere) {
            cut(from);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends go.
        } finally {
            cut(from);
            cut(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void shut() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        through.forEach(Gate::cut);
        through.clear();
    }

    @Override
    public void close() {
        shut();
    }
}
