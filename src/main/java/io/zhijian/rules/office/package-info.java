/** What an office has checked and set about rules, day by day, and which rules therefore judge where and when. */
@NamedInterface("office")
@NullMarked
package io.zhijian.rules.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
