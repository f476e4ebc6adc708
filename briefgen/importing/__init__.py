"""From a news release or report to a draft report pack, for a person to correct."""
