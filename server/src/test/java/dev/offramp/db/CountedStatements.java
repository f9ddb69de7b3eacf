package dev.offramp.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/// The statements that are run on databases opened through it: tests count them, so that no page asks once per row.
///
/// A driver in front of PostgreSQL's, for addresses that begin with `jdbc:counted:`.
public final class CountedStatements implements Driver {

    private static final String PREFIX = "jdbc:counted:";
    private static final ThreadLocal<List<String>> RUN = ThreadLocal.withInitial(ArrayList::new);

    static {
        try {
            DriverManager.registerDriver(new CountedStatements());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private CountedStatements() {}

    /// The same database, its statements counted.
    static String url(String jdbcUrl) {
        return jdbcUrl.replaceFirst("^jdbc:", PREFIX);
    }

    /// What is run meanwhile by this thread, on any such database.
    public static List<String> during(Runnable work) {
        RUN.remove();
        work.run();
        return List.copyOf(RUN.get());
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String plain = "jdbc:" + url.substring(PREFIX.length());
        return counted(Connection.class, DriverManager.getConnection(plain, settings), "");
    }

    private static <T> T counted(Class<T> type, T counted, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                if (counted instanceof Statement && method.getName().startsWith("execute")) {
                    RUN.get().add(arguments == null || arguments.length == 0 ? sql : String.valueOf(arguments[0]));
                }
                if (method.getName().equals("createArrayOf") && arguments[1] instanceof Object[] elements) {
                    arguments[1] = bytes(elements);
                }
                Object result = method.invoke(counted, arguments);
                return switch (result) {
                    case PreparedStatement made
                    when method.getName().startsWith("prepare") ->
                        counted(PreparedStatement.class, made, String.valueOf(arguments[0]));
                    case Statement made
                    when method.getName().equals("createStatement") -> counted(Statement.class, made, "");
                    case null, default -> result;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /// The driver wants an array of byte arrays to be one; its own connection is handed such.
    private static Object[] bytes(Object[] elements) {
        return elements.length > 0 && elements[0] instanceof byte[]
                ? Arrays.copyOf(elements, elements.length, byte[][].class)
                : elements;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
