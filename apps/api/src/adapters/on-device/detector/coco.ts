/** The kinds that the 80 classes fall into; what is said where the class itself is not sure. */
export const KINDS = [
  "person",
  "animal",
  "vehicle",
  "food",
  "tableware",
  "furniture",
  "plant",
  "device",
  "sport",
  "belonging",
  "street",
  "household",
] as const;

export type Kind = (typeof KINDS)[number];

/**
 * How far the detector's word goes for a class. `steady`: right whenever both looks agree.
 * `magnet`: it draws in things the model has no class for (a spray bottle is a vase, a circuit board
 * a clock), so that it takes a far higher score. `never`: wrong about as often as right, whatever the
 * score: every dark or furry animal is a bear.
 */
export type Trust = "steady" | "magnet" | "never";

export interface CocoClass {
  readonly label: string;
  readonly plural: string;
  readonly kind: Kind;
  readonly trust: Trust;
}

type Row = readonly [label: string, plural: string, kind: Kind, trust?: Trust];

/** In the order of the model's output. `trust` was judged on the photographs of `naming-rules.ts`. */
const ROWS: readonly Row[] = [
  ["person", "people", "person"],
  ["bicycle", "bicycles", "vehicle"],
  ["car", "cars", "vehicle"],
  ["motorcycle", "motorcycles", "vehicle"],
  ["airplane", "airplanes", "vehicle", "magnet"],
  ["bus", "buses", "vehicle"],
  ["train", "trains", "vehicle"],
  ["truck", "trucks", "vehicle"],
  ["boat", "boats", "vehicle"],
  ["traffic light", "traffic lights", "street"],
  ["fire hydrant", "fire hydrants", "street", "magnet"],
  ["stop sign", "stop signs", "street", "magnet"],
  ["parking meter", "parking meters", "street", "magnet"],
  ["bench", "benches", "furniture"],
  ["bird", "birds", "animal"],
  ["cat", "cats", "animal"],
  ["dog", "dogs", "animal"],
  ["horse", "horses", "animal"],
  ["sheep", "sheep", "animal"],
  ["cow", "cows", "animal"],
  ["elephant", "elephants", "animal"],
  ["bear", "bears", "animal", "never"],
  ["zebra", "zebras", "animal"],
  ["giraffe", "giraffes", "animal"],
  ["backpack", "backpacks", "belonging"],
  ["umbrella", "umbrellas", "belonging", "magnet"],
  ["handbag", "handbags", "belonging"],
  ["tie", "ties", "belonging", "magnet"],
  ["suitcase", "suitcases", "belonging", "magnet"],
  ["frisbee", "frisbees", "sport", "magnet"],
  ["pair of skis", "pairs of skis", "sport", "magnet"],
  ["snowboard", "snowboards", "sport", "magnet"],
  ["ball", "balls", "sport", "magnet"],
  ["kite", "kites", "sport", "magnet"],
  ["baseball bat", "baseball bats", "sport", "magnet"],
  ["baseball glove", "baseball gloves", "sport", "magnet"],
  ["skateboard", "skateboards", "sport", "magnet"],
  ["surfboard", "surfboards", "sport", "magnet"],
  ["tennis racket", "tennis rackets", "sport", "magnet"],
  ["bottle", "bottles", "tableware"],
  ["wine glass", "wine glasses", "tableware"],
  ["cup", "cups", "tableware"],
  ["fork", "forks", "tableware"],
  ["knife", "knives", "tableware", "magnet"],
  ["spoon", "spoons", "tableware"],
  ["bowl", "bowls", "tableware"],
  ["banana", "bananas", "food", "magnet"],
  ["apple", "apples", "food", "magnet"],
  ["sandwich", "sandwiches", "food"],
  ["orange", "oranges", "food", "magnet"],
  ["head of broccoli", "heads of broccoli", "food"],
  ["carrot", "carrots", "food", "magnet"],
  ["hot dog", "hot dogs", "food", "magnet"],
  ["pizza", "pizzas", "food"],
  ["donut", "donuts", "food", "magnet"],
  ["cake", "cakes", "food", "magnet"],
  ["chair", "chairs", "furniture"],
  ["couch", "couches", "furniture"],
  ["potted plant", "potted plants", "plant"],
  ["bed", "beds", "furniture"],
  ["dining table", "dining tables", "furniture"],
  ["toilet", "toilets", "household", "magnet"],
  ["screen", "screens", "device"],
  ["laptop", "laptops", "device"],
  ["computer mouse", "computer mice", "device", "magnet"],
  ["remote control", "remote controls", "device", "magnet"],
  ["keyboard", "keyboards", "device"],
  ["cell phone", "cell phones", "device", "magnet"],
  ["microwave", "microwaves", "household", "magnet"],
  ["oven", "ovens", "household", "magnet"],
  ["toaster", "toasters", "household", "magnet"],
  ["sink", "sinks", "household"],
  ["refrigerator", "refrigerators", "household", "magnet"],
  ["book", "books", "belonging"],
  ["clock", "clocks", "household", "magnet"],
  ["vase", "vases", "household", "magnet"],
  ["pair of scissors", "pairs of scissors", "household", "magnet"],
  ["teddy bear", "teddy bears", "belonging", "magnet"],
  ["hair dryer", "hair dryers", "household", "magnet"],
  ["toothbrush", "toothbrushes", "household", "magnet"],
];

export const COCO: readonly CocoClass[] = ROWS.map(([label, plural, kind, trust = "steady"]) => ({
  label,
  plural,
  kind,
  trust,
}));

const BY_LABEL: ReadonlyMap<string, CocoClass> = new Map(COCO.map((entry) => [entry.label, entry]));

export const findClass = (label: string): CocoClass | undefined => BY_LABEL.get(label);
