package se.tambur.report;

/** A month at a centre; grown by its owner. */
public record MonthSummary(int visits, int children, int adults, int expecting) {}
