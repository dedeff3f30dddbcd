/** How something becomes public: the host proposes word for word, the office releases, either withdraws at once. */
@NamedInterface("release")
@NullMarked
package io.zhijian.registry.door.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
