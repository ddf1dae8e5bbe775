using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Calling;

/// <summary>A cloud and how to log in to it, as stored in the file of profiles.</summary>
internal sealed record ConnectionProfile
{
    /// <summary>Gets the address of the cloud.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Gets the account.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the user of the account.</summary>
    public string? User { get; init; }

    /// <summary>Gets the password.</summary>
    public string? Password { get; init; }

    /// <summary>Gets the id of the access key.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>Gets the secret of the access key.</summary>
    public string? AccessKeySecret { get; init; }

    /// <summary>Gets the file of the certificate authorities for https, in PEM format.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Gets a value indicating whether the profile has a secret.</summary>
    [JsonIgnore]
    public bool HasSecret => Password is not null || AccessKeySecret is not null;

    /// <summary>Gets a value indicating whether the profile states how to log in.</summary>
    [JsonIgnore]
    public bool HasCredential => HasSecret || Account is not null || User is not null || AccessKeyId is not null;
}

/// <summary>The file of profiles.</summary>
internal sealed record ProfileFile
{
    /// <summary>Gets the name of the profile that is used unless another is chosen.</summary>
    public string? Default { get; init; }

    /// <summary>Gets the profiles by their names.</summary>
    public IReadOnlyDictionary<string, ConnectionProfile?>? Profiles { get; init; }

    /// <summary>Reads the file and returns the chosen profile.</summary>
    /// <param name="name">The name of the profile, or <see langword="null"/> for the default of the file.</param>
    /// <param name="terminal">The terminal that provides the environment.</param>
    /// <returns>The profile; an empty one if there is no file and none was chosen.</returns>
    /// <exception cref="ToolException">The file cannot be read, others can read its secrets, or it has no such profile.</exception>
    public static ConnectionProfile Find(string? name, Terminal terminal)
    {
        if (PathOf(terminal) is not { } path)
            return name is null ? new ConnectionProfile() : throw new ToolException($"there is no profile '{name}': the user has no folder for application data; set ZSTACK_PROFILES to the path of the file");
        if (!File.Exists(path))
            return name is null ? new ConnectionProfile() : throw new ToolException($"there is no profile '{name}': '{path}' does not exist");
        ProfileFile file = Read(path);
        if ((name ?? file.Default) is not { } chosen)
            return new ConnectionProfile();
        IReadOnlyDictionary<string, ConnectionProfile?> profiles = file.Profiles ?? new Dictionary<string, ConnectionProfile?>();
        // JSON can state null for a profile.
        if (!profiles.TryGetValue(chosen, out ConnectionProfile? profile) || profile is null)
            throw new ToolException($"'{path}' has no profile '{chosen}'{NameSuggestions.Question(NameSuggestions.Nearest(chosen, profiles.Keys.Where(name => name != chosen)))}");
        if (profiles.Values.Any(static known => known?.HasSecret == true))
            RefuseSharedFile(path);
        return profile;
    }

    // A relative path would read the address and the credential from the current directory, such as a cloned repository.
    private static string? PathOf(Terminal terminal)
    {
        if (terminal.Environment("ZSTACK_PROFILES") is { Length: > 0 } given)
            return Path.IsPathFullyQualified(given) ? given : throw new ToolException($"ZSTACK_PROFILES is '{given}'; specify an absolute path");
        // Without DoNotVerify, the folder is "" until it exists.
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(folder) ? Path.Combine(folder, "zstackgen", "profiles.json") : null;
    }

    private static ProfileFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ProfileJson.Default.ProfileFile) ?? throw new ToolException($"'{path}' is empty");
        }
        catch (JsonException e)
        {
            // The message of the exception can quote a secret.
            throw new ToolException($"'{path}' is not a file of profiles: see line {e.LineNumber + 1}, at {e.Path}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {e.Message}");
        }
    }

    private static void RefuseSharedFile(string path)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new ToolException($"'{path}' contains secrets that other users can read; run 'chmod 600 {path}'");
    }
}

/// <summary>Describes the JSON of the file of profiles.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ProfileFile))]
internal sealed partial class ProfileJson : JsonSerializerContext;
