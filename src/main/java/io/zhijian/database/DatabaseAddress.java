package io.zhijian.database;

/**
 * Where the database is and the two credentials it is used with: the owner, for migrations only, and the application
 * role {@code zhijian_app}, which owns no table.
 */
public record DatabaseAddress(String url, Credential owner, Credential application) {

    /** A role of the database server and its password. */
    public record Credential(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
