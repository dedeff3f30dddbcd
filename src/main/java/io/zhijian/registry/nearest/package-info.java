/** Apps like another, registered or about to be: for whoever weighs whether it is needed (K23 articles 2 and 4). */
@NullMarked
package io.zhijian.registry.nearest;

import org.jspecify.annotations.NullMarked;
