package dev.offramp.dashboard.notices;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.notices.Notices;
import java.util.ArrayList;
import java.util.List;

/// The pages of notices.
public final class NoticePages {

    private NoticePages() {}

    public static List<Page> all(Uses uses) {
        Notices notices = uses.notices();
        List<Page> pages = new ArrayList<>();
        for (Shelf shelf : Shelf.values()) {
            pages.add(new ShowNotices(notices, shelf));
            pages.add(new OpenNotice(notices, shelf));
            pages.add(new ReadNotices(notices, shelf));
        }
        ShowChoices choices = new ShowChoices(notices, uses.mail().isOn());
        pages.add(choices);
        pages.add(new ChooseMail(choices));
        return pages;
    }
}
