//! The floor that `make bench` compares with: a button and the list that it fetches.
//!
//! It uses what Keyfill cannot do without (Yew, gloo-net, `serde_json`) and nothing else, so what
//! Keyfill weighs above it is Keyfill's own.

#[cfg(target_arch = "wasm32")]
mod page {
    use serde::Deserialize;
    use wasm_bindgen::prelude::wasm_bindgen;
    use yew::{Callback, Html, function_component, html, use_state};

    #[derive(Deserialize)]
    struct Item {
        name: String,
    }

    #[function_component]
    fn List() -> Html {
        let items = use_state(Vec::<Item>::new);
        let load = {
            let items = items.clone();
            Callback::from(move |_| {
                let items = items.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    items.set(fetch().await.unwrap_or_default());
                });
            })
        };
        html! {
            <>
                <button onclick={load}>{ "Load" }</button>
                <ul>{ for items.iter().map(|item| html! { <li>{ &item.name }</li> }) }</ul>
            </>
        }
    }

    async fn fetch() -> Option<Vec<Item>> {
        let reply = gloo_net::http::Request::get("items.json").send().await.ok()?;
        serde_json::from_str(&reply.text().await.ok()?).ok()
    }

    #[wasm_bindgen(start)]
    fn start() {
        yew::Renderer::<List>::new().render();
    }
}
