package dev.offramp.law.planted.deposits.deep;

class Nested {}
