package dev.offramp.client;

import dev.offramp.client.api.Pages;
import java.util.List;

/** One page of a list, and where it lies among the others. */
public record Page<T>(List<T> items, Pages pages) {}
