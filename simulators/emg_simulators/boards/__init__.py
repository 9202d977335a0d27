"""What each virtual board says and sends: firmware without a wire, tested without one."""
