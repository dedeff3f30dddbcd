package io.zhijian.registry.api;

/**
 * A no for machines (RFC 9457).
 *
 * @param code stable, for programs; the other words are for people
 */
public record Problem(String type, String title, int status, String detail, String code) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
