/** Pages everyone has: signing in and out, the work page, the own account, language and type size. */
@NullMarked
package io.zhijian.people.web.me;

import org.jspecify.annotations.NullMarked;
