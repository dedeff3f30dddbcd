/** The digest of a working day by e-mail, and the addresses it goes to. */
@NullMarked
package io.zhijian.people.inbox.mail;

import org.jspecify.annotations.NullMarked;
