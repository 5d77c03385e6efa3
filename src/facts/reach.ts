/** The events that can end a choice for the first steps of a sequence, in order, in memory that is used again and again. */
export interface Reach {
  /** Places in the stream of the last of those steps. */
  places: Int32Array;
  size: number;
  /** The last moment, in (instant, seq), at which the next step's event may be. */
  until: Float64Array;
  untilSeq: Float64Array;
  add(place: number): void;
  clear(): void;
}

export function createReach(): Reach {
  const reach: Reach = {
    places: new Int32Array(16),
    size: 0,
    until: new Float64Array(16),
    untilSeq: new Float64Array(16),
    add(place) {
      if (reach.size === reach.places.length) grow(reach);
      reach.places[reach.size++] = place;
    },
    clear() {
      reach.size = 0;
    },
  };
  return reach;
}

/** The limits are written only once all places are known, so they need not be kept. */
function grow(reach: Reach): void {
  const places = new Int32Array(reach.size * 4);
  places.set(reach.places);
  reach.places = places;
  reach.until = new Float64Array(places.length);
  reach.untilSeq = new Float64Array(places.length);
}
