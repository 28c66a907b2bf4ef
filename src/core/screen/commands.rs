//! The part of the screen that is the commands.

use super::PanelPart;
use crate::core::app_part::AppPart;
use crate::core::export::ExportFile;
use crate::core::model::Model;
use crate::core::snippet::{self, Client, Edition, Form, Step};
use crate::core::words::Say;

/// The commands.
#[derive(Debug)]
pub struct Commands {
    /// The tabs, in order.
    pub tabs: Vec<ClientTab>,
    /// Which commands are shown.
    pub edition: Edition,
    /// The steps of the chosen client.
    pub steps: Vec<Step>,
    /// What stands beside the commands once there is a key to put into them, and the part of the
    /// app that draws it.
    pub filled: Option<Filled>,
}

/// The tab of a client.
#[derive(Debug, PartialEq, Eq)]
pub struct ClientTab {
    /// The client.
    pub client: Client,
    /// Its name in the configuration.
    pub id: String,
    /// What stands on it.
    pub label: Say,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What is said of filled commands.
#[derive(Debug, PartialEq, Eq)]
pub struct Filled {
    /// The name of the profile, alias or file.
    pub profile: String,
    /// The region's name.
    pub region: String,
    /// The project's name.
    pub project: String,
    /// How the secret gets to the client.
    pub form: Form,
    /// Where the endpoint comes from: whether the catalog.
    pub by_catalog: bool,
    /// The files that can be saved.
    pub files: &'static [ExportFile],
}

pub(super) fn commands(panel: &PanelPart<'_>) -> Commands {
    let PanelPart { model, options, edition } = panel;
    let filling = model.filling(edition.region);
    let mut steps = snippet::steps(edition.client, model.form, filling);
    if options.compact {
        steps.truncate(snippet::set_up_steps(edition.client, model.form));
    }
    let account = model.account().filter(|_| model.parts.has(AppPart::Keys));
    let filled = filling.key.and(account).zip(filling.region);
    Commands {
        tabs: panel.clients().map(|client| tab(model, client, edition.client)).collect(),
        edition: *edition,
        steps,
        filled: filled.map(|(account, region)| Filled {
            profile: region.name.profile(),
            region: region.name.as_str().into(),
            project: account.project.name.clone(),
            form: model.form,
            by_catalog: filling.s3.is_some(),
            files: &ExportFile::ALL,
        }),
    }
}

fn tab(model: &Model, client: Client, chosen: Client) -> ClientTab {
    let id = client.id(&model.config.tabs);
    ClientTab {
        client,
        id: id.into(),
        label: match (client.label(), model.config.tab(client)) {
            (_, Some(tab)) => Say::own(&tab.label),
            (Some(label), None) => label.into(),
            (None, None) => Say::own(id),
        },
        chosen: client == chosen,
    }
}
