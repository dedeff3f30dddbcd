package io.zhijian.registry.life;

/** What must have been granted before a move; until applications exist, a supervisor sets the stage with a reason. */
public enum Approval {
    NONE,
    /** 立项审核 */
    PROJECT_REVIEW,
    /** 验收 */
    ACCEPTANCE,
    /** 备案 */
    FILING,
    /** 关停注销 */
    CLOSURE
}
