/** Which column of a sheet means which field: by its heading, by what stands in it, by what was chosen before. */
@NullMarked
package io.zhijian.registry.exchange.match;

import org.jspecify.annotations.NullMarked;
