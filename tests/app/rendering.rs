//! Views rendered natively, as the browser would get them.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

/// The HTML text of a view.
pub async fn render(html: Html) -> String {
    yew::LocalServerRenderer::<Shown>::with_props(ShownProps { html })
        .hydratable(false)
        .render()
        .await
}
