"""Reading files into validated values, with every problem located."""
