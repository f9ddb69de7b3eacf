package dev.offramp.wire;

import dev.offramp.lists.ListQuery;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import java.util.List;

/// What the query of a list may carry, and what it then asks.
public final class ListForm {

    /// Asks for a table.
    public static final FlagField EXPORTS = Fields.flag("exports");

    private static final TextField SEARCH = Fields.text("search");
    private static final TimeField START = new TimeField("startDate", false);
    private static final TimeField END = new TimeField("endDate", false);

    private final SortField sort;
    private final FilterField filter;
    private final Form form;

    private ListForm(SortField sort, FilterField filter) {
        this.sort = sort;
        this.filter = filter;
        this.form = Form.of(Page.NUMBER, Page.SIZE, sort, filter, SEARCH, START, END, EXPORTS);
    }

    /// The form of a list with the fields that it declares.
    public static ListForm of(ListedTable table) {
        List<String> sorts = table.sorts().stream().map(ListSort::name).toList();
        return new ListForm(new SortField("sort", sorts), new FilterField("filter", table.filters()));
    }

    public Form form() {
        return form;
    }

    public ListQuery query(Values values) {
        Page page = Page.of(values);
        return new ListQuery(
                page.number(),
                page.size(),
                values.find(sort),
                values.find(filter).map(FilterField.Filters::all).orElse(List.of()),
                values.find(SEARCH),
                values.find(START),
                values.find(END));
    }

    /// Whether all that matches is wanted, as a table, instead of a page.
    public boolean isExport(Values values) {
        return values.find(EXPORTS).orElse(false);
    }
}
