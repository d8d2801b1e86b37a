"""What people look at: pictures, pages and the terminal."""
