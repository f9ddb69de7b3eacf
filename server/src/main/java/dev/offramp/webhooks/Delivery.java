package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A record about to be sent: what goes where.
///
/// @param url the endpoint's URL of now, which may differ from the one at the event
record Delivery(RecordId record, EndpointId endpoint, Tenant tenant, String url, ObjectId eventId, byte[] body) {

    static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                new RecordId(new ObjectId(row.getString("record"))),
                new EndpointId(new ObjectId(row.getString("endpoint"))),
                Rows.tenant(row),
                row.getString("url"),
                new ObjectId(row.getString("event_id")),
                row.getBytes("body"));
    }
}
