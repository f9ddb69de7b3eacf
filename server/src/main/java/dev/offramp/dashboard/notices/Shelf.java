package dev.offramp.dashboard.notices;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Route;
import dev.offramp.notices.Notice;

/// Where notices lie: one's own, and the operators'. Each has the same pages.
enum Shelf {
    OWN("/me/notices", Notice.Side.OWN, Access.signedIn(), Menu.Group.HOME),
    OPERATOR(Route.OPERATOR + "/notices", Notice.Side.OPERATOR, Access.operator(), Menu.Group.OPERATOR);

    private final String path;
    private final Notice.Side side;
    private final Access access;
    private final Menu.Group group;

    Shelf(String path, Notice.Side side, Access access, Menu.Group group) {
        this.path = path;
        this.side = side;
        this.access = access;
        this.group = group;
    }

    String path() {
        return path;
    }

    Notice.Side side() {
        return side;
    }

    Access access() {
        return access;
    }

    Menu.Group group() {
        return group;
    }
}
