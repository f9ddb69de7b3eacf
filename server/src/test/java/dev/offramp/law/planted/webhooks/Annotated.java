package dev.offramp.law.planted.webhooks;

import dev.offramp.law.planted.deposits.Seen;

@Seen
class Annotated {}
