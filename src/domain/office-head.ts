/** 办公室负责人: the head of a unit's own office, who is written to when the first rung is climbed and otherwise never. */
export interface OfficeHead {
  name: string
  address: string
}
