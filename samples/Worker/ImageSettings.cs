namespace Worker;

/// <summary>The image to add, from the section <c>Image</c> of the configuration.</summary>
internal sealed class ImageSettings
{
    /// <summary>Gets or sets the name of the image.</summary>
    public string Name { get; set; } = "debian-13";

    /// <summary>Gets or sets the URL that the cloud downloads the image from.</summary>
    public string Url { get; set; } = "http://images.example/debian-13.qcow2";

    /// <summary>Gets or sets the UUID of the backup storage that stores the image.</summary>
    public string BackupStorageUuid { get; set; } = "4ec9ee45a05f4f0dacd0a2ed3a9fe3e9";
}
