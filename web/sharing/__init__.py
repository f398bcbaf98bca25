"""What leaves the site with a link back: citations, embeds, oEmbed, pictures for social media."""
