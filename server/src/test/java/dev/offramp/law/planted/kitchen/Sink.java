package dev.offramp.law.planted.kitchen;

class Sink {}
