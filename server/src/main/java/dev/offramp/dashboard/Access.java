package dev.offramp.dashboard;

/// Who may come to a page. A **fresh** page wants a sign-in that is not ten minutes old: it is about money, credentials
/// or the sign-in itself.
public sealed interface Access {

    boolean needsFresh();

    /// The same for those who have just signed in.
    Access fresh();

    /// Everybody, signed in or not.
    record Open() implements Access {

        @Override
        public boolean needsFresh() {
            return false;
        }

        @Override
        public Access fresh() {
            throw new IllegalStateException("who is not signed in is not fresh");
        }
    }

    /// Whoever is signed in, about themselves.
    ///
    /// @param isForMadePasswords whether it opens to whoever has yet to change the password that the program made
    record SignedIn(boolean needsFresh, boolean isForMadePasswords) implements Access {

        @Override
        public Access fresh() {
            return new SignedIn(true, isForMadePasswords);
        }
    }

    /// Members of the business in the path whose role has a permission there. Who is no member gets to know nothing.
    record Member(Permission permission, boolean needsFresh) implements Access {

        @Override
        public Access fresh() {
            return new Member(permission, true);
        }
    }

    /// Those who run the installation. Nobody else gets to know that there is such a page.
    record Operator(boolean needsFresh) implements Access {

        @Override
        public Access fresh() {
            return new Operator(true);
        }
    }

    static Access open() {
        return new Open();
    }

    static Access signedIn() {
        return new SignedIn(false, false);
    }

    /// [#signedIn], even before the password that the program made is changed; everything else waits for that.
    static Access signedInAtAll() {
        return new SignedIn(false, true);
    }

    static Access member(Permission permission) {
        return new Member(permission, false);
    }

    static Access operator() {
        return new Operator(false);
    }
}
