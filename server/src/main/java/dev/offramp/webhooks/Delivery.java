package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// A record about to be sent: what goes where.
///
/// @param url the endpoint's URL of now, which may differ from the one at the event
/// @param origin the object whose story the event belongs to
/// @param requestId the API request that led to the event; empty where nobody asked
record Delivery(
        RecordId record,
        EndpointId endpoint,
        Tenant tenant,
        String url,
        ObjectId reference,
        ObjectId origin,
        EventType eventType,
        ObjectId eventId,
        byte[] body,
        Optional<String> requestId) {

    static Delivery read(ResultSet row, Bodies bodies) throws SQLException {
        RecordId record = new RecordId(new ObjectId(row.getString("record")));
        return new Delivery(
                record,
                new EndpointId(new ObjectId(row.getString("endpoint"))),
                Rows.tenant(row),
                row.getString("url"),
                new ObjectId(row.getString("reference")),
                new ObjectId(row.getString("origin")),
                new EventType(row.getString("event_type")),
                new ObjectId(row.getString("event_id")),
                bodies.body(row, record),
                Optional.ofNullable(row.getString("request_id")));
    }
}
