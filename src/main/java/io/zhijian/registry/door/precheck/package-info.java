/** 发文前体检: anybody may have a text looked at before it is sent; nothing of it is kept. */
@NullMarked
package io.zhijian.registry.door.precheck;

import org.jspecify.annotations.NullMarked;
