package dev.offramp.law.planted.money;

import dev.offramp.law.planted.ledger.Books;

final class Upward implements Runnable {
    @Override
    public void run() {
        Books.close();
    }
}
