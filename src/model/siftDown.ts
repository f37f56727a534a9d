/** Restores the order of a heap whose root has grown: the smallest on top. */
export function siftDown(heap: Float64Array): void {
  const moved = heap[0]!;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const child = left + 1 < heap.length && heap[left + 1]! < heap[left]! ? left + 1 : left;
    if (moved <= heap[child]!) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = moved;
}
