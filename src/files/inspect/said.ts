/** What a picture may say beside what it shows. */
export type Said = 'place' | 'time' | 'device' | 'person' | 'unread'
