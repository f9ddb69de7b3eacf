-- The last deposit of a wallet, which clients ask for with the wallet, was searched for through everybody's deposits.
-- Builds an index: writers of deposits wait meanwhile.
CREATE INDEX deposit_of_wallet ON deposit (wallet, id DESC);
