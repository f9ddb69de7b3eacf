package dev.offramp.health;

/// Asks a part of this process something that it must be able to answer. Asked with no transaction open.
public interface Probe {

    Component component();

    /// Whether it answered as it should. [Trouble][dev.offramp.db.Trouble] says that it did not.
    boolean answers();
}
