package dev.offramp.law.planted;

class Lobby {}
