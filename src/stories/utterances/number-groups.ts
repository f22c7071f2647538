/** Groups of numbers that have been joined, directly or by way of others (union by the smallest number). */
export class NumberGroups {
  readonly #parents = new Map<number, number>();

  join(a: number, b: number): void {
    const [ours, theirs] = [this.smallestOf(a), this.smallestOf(b)];
    if (ours !== theirs) this.#parents.set(Math.max(ours, theirs), Math.min(ours, theirs));
  }

  /** The smallest number of the group, which identifies it; the number itself if it has not been joined. */
  smallestOf(number: number): number {
    let root = number;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    if (root !== number) this.#parents.set(number, root);
    return root;
  }

  /** Items by the smallest number of their group, in their order. @param numberOf the number of an item */
  groupBy<Item>(items: readonly Item[], numberOf: (item: Item) => number): Map<number, Item[]> {
    const groups = new Map<number, Item[]>();
    for (const item of items) {
      const smallest = this.smallestOf(numberOf(item));
      const group = groups.get(smallest);
      if (group) group.push(item);
      else groups.set(smallest, [item]);
    }
    return groups;
  }
}
