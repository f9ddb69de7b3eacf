package dev.offramp.dashboard.part;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A row of values to be drawn. Who cannot see the drawing gets the same values as a table.
///
/// @param title what is drawn
/// @param unit of the values, such as `NGN`
/// @param points from left to right
public record Chart(String title, String unit, List<Point> points) {

    /// The size of the drawing, in its own units.
    public static final int WIDTH = 600;

    public static final int HEIGHT = 160;

    /// @param label below it
    /// @param value not negative
    public record Point(String label, BigDecimal value) {

        public String shown() {
            return Figures.number(value);
        }
    }

    /// A point's place in the drawing.
    public record Bar(int x, int y, int width, int height, String title) {}

    public Chart {
        points = List.copyOf(points);
    }

    public boolean isEmpty() {
        return points.stream().allMatch(point -> point.value().signum() == 0);
    }

    /// As bars.
    public List<Bar> bars() {
        int step = WIDTH / Math.max(1, points.size());
        int gap = Math.max(1, step / 5);
        return IntStream.range(0, points.size())
                .mapToObj(i -> bar(points.get(i), i * step + gap / 2, step - gap))
                .toList();
    }

    private Bar bar(Point point, int x, int width) {
        int height = height(point);
        String title = point.label() + ": " + point.shown() + " " + unit;
        return new Bar(x, HEIGHT - height, width, height, title);
    }

    /// As the points of one line: `x,y x,y`.
    public String line() {
        int step = WIDTH / Math.max(1, points.size() - 1);
        return IntStream.range(0, points.size())
                .mapToObj(i -> i * step + "," + (HEIGHT - height(points.get(i))))
                .collect(Collectors.joining(" "));
    }

    private int height(Point point) {
        BigDecimal most =
                points.stream().map(Point::value).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return most.signum() == 0
                ? 0
                : point.value()
                        .multiply(BigDecimal.valueOf(HEIGHT))
                        .divide(most, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
