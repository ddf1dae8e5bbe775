using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace ZStackGen.Facts.Facts;

/// <summary>The files of a facts folder.</summary>
internal sealed class FactsFolder
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    private FactsFolder()
    {
    }

    /// <summary>The sections of the manual.</summary>
    public required IReadOnlyList<ManualApi> Manual { get; init; }

    /// <summary>The actions of the SDK by name.</summary>
    public required IReadOnlyDictionary<string, SdkApi> Sdk { get; init; }

    /// <summary>The actions that the SDK no longer has.</summary>
    public required IReadOnlyDictionary<string, SdkApi> Removed { get; init; }

    /// <summary>The classes and enumerations of the SDK.</summary>
    public required IReadOnlyDictionary<string, SdkStructure> SdkStructures { get; init; }

    /// <summary>The open-source documentation of APIs.</summary>
    public required IReadOnlyDictionary<string, OpenApi> Open { get; init; }

    /// <summary>The open-source documentation of structures.</summary>
    public required IReadOnlyDictionary<string, OpenStructure> OpenStructures { get; init; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="JsonException">A file does not have the format in the folder's README.</exception>
    public static FactsFolder Read(string path)
    {
        SdkFile sdk = Read<SdkFile>(path, "sdk-apis.json");
        return new FactsFolder
        {
            Manual = Read<ManualFile>(path, "manual-apis.json").Apis,
            Sdk = sdk.Apis,
            Removed = sdk.Removed,
            SdkStructures = Read<SdkStructureFile>(path, "sdk-structs.json").Structs,
            Open = Read<Dictionary<string, OpenApi>>(path, "apis.json"),
            OpenStructures = Read<Dictionary<string, OpenStructure>>(path, "structs.json"),
        };
    }

    private static T Read<T>(string folder, string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(folder, file));
        return JsonSerializer.Deserialize<T>(stream, s_options) ?? throw new JsonException($"{file} holds nothing");
    }
}
