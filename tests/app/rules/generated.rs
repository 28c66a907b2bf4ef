//! Inputs by chance: pieces that matter to a rule, put together at random.

use serde_json::{Map, Value, json};

/// The same numbers in each run: `SplitMix64`, by Sebastiano Vigna.
pub struct Chance(u64);

impl Chance {
    /// Begins anew for something with a name.
    pub fn of(name: &str) -> Self {
        let seed = name.bytes().fold(0_u64, |seed, b| seed.rotate_left(8) ^ u64::from(b));
        Self(0x6b65_7966_696c_6c21 ^ seed)
    }

    /// A number below `most`.
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(most).unwrap()).unwrap()
    }

    /// One of the pieces between the bars.
    fn pick<'a>(&mut self, from: &'a str) -> &'a str {
        let most = from.split('|').count();
        from.split('|').nth(self.below(most)).unwrap()
    }

    /// One of `from` in one case of four, and else `usual`.
    fn seldom<'a>(&mut self, from: &'a str, usual: &'a str) -> &'a str {
        if self.below(4) == 0 { self.pick(from) } else { usual }
    }

    /// Up to `most` pieces, one after the other.
    fn pieces(&mut self, from: &str, most: usize) -> String {
        (0..=self.below(most)).map(|_| self.pick(from)).collect()
    }

    /// A character of the letters of a script, or any other.
    fn letter(&mut self) -> char {
        const STARTS: [u32; 12] = [
            0x41, 0xa0, 0x100, 0x1a0, 0x370, 0x400, 0x530, 0x1e00, 0x1f00, 0x2000, 0x2c00, 0x10400,
        ];
        let start = match self.below(14) {
            at @ 0..12 => STARTS[at],
            12 => u32::try_from(self.below(0x3000)).unwrap(),
            _ => u32::try_from(self.below(0x2_0000)).unwrap(),
        };
        char::from_u32(start + u32::try_from(self.below(0x80)).unwrap()).unwrap_or('ß')
    }
}

pub fn name(chance: &mut Chance) -> Value {
    const PIECES: &str = "a|Key|REGION| |\u{a0}|-|_|.|7|٣|é|/|<|\u{301}|\u{200b}|\u{3000}";
    let mut text = String::new();
    for _ in 0..=chance.below(5) {
        if chance.below(2) == 0 {
            text.push(chance.letter());
        } else {
            text.push_str(chance.pick(PIECES));
        }
    }
    if chance.below(40) == 0 {
        text.push_str(&"x".repeat(60 + chance.below(6)));
    }
    text.into()
}

pub fn region(chance: &mut Chance) -> Value {
    const PIECES: &str = "Kna|eu|WEST|1|42|-|_|.|a|Z|0| |é|\n|٣|K";
    let text = chance.pieces(PIECES, 5);
    let long = if chance.below(20) == 0 { "x".repeat(58 + chance.below(9)) } else { String::new() };
    (text + &long).into()
}

pub fn url(chance: &mut Chance) -> Value {
    const SCHEMES: &str = "http://|HTTPS://|//|";
    const HOSTS: &str = concat!(
        "k.example|S3.Example|127.0.0.1|localhost|[::1]|[fe80::1]|127.0.0.256|",
        "127.00.000.01|127.1|127.0.0.1.2|-a|a_b||Å.example|[::1|[]|LOCALHOST|x|user@k|",
        "127.0.0.٣",
    );
    const PORTS: &str = concat!(
        ":5000|:0|:65535|:65536|:|:1000000080|:00000000000000000080|:+80|:٨٠|",
        ":4294967376|:8 0|:99999999999999999999",
    );
    const PATHS: &str = concat!(
        "||/|/v3|/v3/|/v3//|/identity/v3|/V3|/v2.0|/a b/v3|/~x/v3|/é/v3|/v3?x|/v3#x|",
        "?/v3|/v3\n|/v3 |//v3|/%20/v3",
    );
    [
        chance.seldom(SCHEMES, "https://"),
        chance.pick(HOSTS),
        chance.seldom(PORTS, ""),
        chance.pick(PATHS),
    ]
    .concat()
    .into()
}

pub fn code(chance: &mut Chance) -> Value {
    const PIECES: &str = concat!(
        "<|>|<|>|</|<region>|<Access Key>|<access\u{a0}key>|</region>|region|bucket|",
        "<BUCKET>|<regoin>|</regoin>|-|_| |\u{a0}|\n|\r|größe|<хост>|…|1|<42>|/|=|",
        "<a b>|<-x->|<SERVER_ID>|é|\u{301}",
    );
    chance.pieces(PIECES, 8).into()
}

pub fn mark(chance: &mut Chance) -> Value {
    const PIECES: &str = concat!(
        "off |off|sure |keyfill:|; off |; |,|\n|\u{a0}|region |Region,|<region> |<REGION|",
        "bucket-name |secret-key |Secret Key |regoin |OFF |off-|S3_Host |host |\t|ACCESS ",
    );
    let start = chance.pick("keyfill:| keyfill: off |keyfill:off | keyfill: | Keyfill:|keyfill :|");
    (start.to_owned() + &chance.pieces(PIECES, 6)).into()
}

pub fn session(chance: &mut Chance) -> Value {
    const PIECES: &str = concat!(
        "$ |# |% |> |PS C:\\> |PS> |~ $ |/ # |[root@host ~]# |alice@host:~$ |(venv) $ |",
        "bash-5.1$ |alice@mac dir % |mc ls|echo $x|x > y|100% |\n|\n|\n| |  |<html> |",
        "a@b |~|ls|user@host:~/a b$ |x# ",
    );
    const LANGUAGES: &str = "bash|sh|console|text||powershell|fish|python|Shell-Session|ps1con";
    json!([chance.pick(LANGUAGES), chance.pieces(PIECES, 6)])
}

pub fn site(chance: &mut Chance) -> Value {
    const NAMES: &str = "Kna1|Fra1|kna1|eu.west|eu-west|1a|-x|r1a|a_b";
    const KEYSTONES: &str = concat!(
        "https://k.example|https://{Region}.example/v3|https://{{region}.example/v3|",
        "https://k.example/{region}/v3/",
    );
    const STORES: &str = concat!(
        "https://{region|https://S3.example/|https://s3.example/{region}|",
        "https://{region}{region}.example:8080",
    );
    const SIGNING: &str = "{region}|us-east-1|x-{region}||a b";
    let mut site = Map::new();
    let mut names: Vec<&str> = (0..=chance.below(3)).map(|_| chance.pick(NAMES)).collect();
    names.sort_unstable();
    names.dedup();
    site.insert("regions".into(), json!(names));
    // Most are right, so that what is wrong is mostly alone.
    let keystone = chance.seldom(KEYSTONES, "https://{region}.example:5000/v3");
    site.insert("keystone_url".into(), keystone.into());
    let store = chance.seldom(STORES, "https://s3-{region}.Example");
    site.insert("s3_endpoint".into(), store.into());
    if chance.below(2) == 0 {
        site.insert("signing_region".into(), chance.pick(SIGNING).into());
    }
    site.into()
}

pub fn places(chance: &mut Chance) -> Value {
    const NAMES: &str = "Kna1|Fra1|a|a-b|a.c|Z";
    let mut names: Vec<&str> = NAMES.split('|').collect();
    let mut pairs = Vec::new();
    for _ in 0..=chance.below(4) {
        let name = names.remove(chance.below(names.len()));
        pairs.push([name, chance.pick("https://k.example/v3|https://k.example:5000/v3")]);
    }
    json!(pairs)
}
