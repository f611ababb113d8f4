/** What stands in place of whoever or whatever was erased. */
export const ERASED = '已删除'
