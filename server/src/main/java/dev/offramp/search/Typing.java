package dev.offramp.search;

import java.util.OptionalInt;

/// How many letters are typed otherwise: one left out, put in, taken for another, or swapped with the next.
final class Typing {

    private Typing() {}

    /// @param most empty when there are more
    static OptionalInt changes(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return OptionalInt.empty();
        }
        int changes = table(one, other)[one.length()][other.length()];
        return changes <= most ? OptionalInt.of(changes) : OptionalInt.empty();
    }

    private static int[][] table(String one, String other) {
        int[][] changes = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : least(changes, one, other, i, j);
            }
        }
        return changes;
    }

    private static int least(int[][] changes, String one, String other, int i, int j) {
        int isOther = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(changes[i - 1][j - 1] + isOther, 1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean isSwapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(least, changes[i - 2][j - 2] + 1) : least;
    }
}
