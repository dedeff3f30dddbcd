package io.zhijian.registry;

/**
 * How many apps of a list have one value along one facet, whatever is chosen along that facet itself.
 *
 * @param facet stage, form, level, provenance, findings or toComplete
 * @param value an enum name, or empty where it is not known
 */
public record FacetCount(String facet, String value, long count) {}
