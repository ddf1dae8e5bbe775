using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Tests;

/// <summary>The matrix of all pages agrees with the history of releases; every difference has a reason.</summary>
public sealed class HistoryFactsTests
{
    /// <summary>The documentation names an earlier version than the first release that is known to have the API; such a version is kept.</summary>
    private static readonly string[] s_documentedEarlier =
    [
        "AddCertificateToLoadBalancerListener", "AddHostRouteToL3Network", "AddReservedIpRange", "BatchDeleteVolumeSnapshot", "CalculateImageHash", "ChangeL3NetworkDhcpIpAddress", "CreateCertificate",
        "CreateSystemTags", "CreateVxlanPoolRemoteVtep", "CreateVxlanVtep", "DeleteCertificate", "DeleteIpAddress", "DeleteReservedIpRange", "DeleteVxlanPoolRemoteVtep",
        "GetCandidateL3NetworksForServerGroup", "GetCandidatePrimaryStoragesForCreatingVm", "GetGuestOsMetadata", "GetVSwitchTypes", "ProvisionVirtualRouterConfig", "QueryCertificate",
        "RemoveCertificateFromLoadBalancerListener", "RemoveHostRouteFromL3Network", "RenewSession", "TakeVmConsoleScreenshot", "UndoSnapshotCreation", "UpdateCertificate",
        "UpdateConsoleProxyAgent", "UpdateResourceConfigs", "UpdateVirtualRouter",
    ];

    /// <summary>The documentation names a later version: it documented the API only then.</summary>
    private static readonly string[] s_documentedLater =
    [
        "AttachVmNicToVm", "BatchSyncVolumeSize", "CleanUpTrashOnBackupStorage", "CleanUpTrashOnPrimaryStorage", "CreateVmNic", "DeleteVmNic", "ExportImageFromBackupStorage",
        "GetAttachablePublicL3ForVRouter", "GetL3NetworkRouterInterfaceIp", "GetTaskProgress", "GetTrashOnBackupStorage", "GetTrashOnPrimaryStorage", "SetL3NetworkRouterInterfaceIp",
    ];

    /// <summary>The manual names an old version for an API that no known SDK has.</summary>
    private static readonly string[] s_documentedAlone = ["UpdateNfvInstGroup"];

    [Fact]
    public async Task Added_and_removed_APIs_agree_with_the_releases()
    {
        (Dictionary<string, string> added, Dictionary<string, string> removed) = Releases();
        JsonElement apis = await HistoryAsync();
        List<string> early = [], earlier = [], later = [], noRelease = [], wrong = [];
        foreach (JsonProperty api in apis.EnumerateObject())
        {
            string? version = api.Value.GetProperty("version_added").GetString();
            if (!added.TryGetValue(api.Name, out string? release))
                noRelease.Add(api.Name);
            else if (version is null)
                early.Add(api.Name);
            else if (VersionNumber.Compare(version, release) is var order and not 0)
                (order < 0 ? earlier : later).Add(api.Name);
            // An API that got a new name is deprecated for it in the release that removed the old name.
            string? end = api.Value.GetProperty("version_removed").GetString();
            JsonElement deprecated = api.Value.GetProperty("deprecated");
            if (end is null && deprecated.ValueKind == JsonValueKind.String && api.Value.GetProperty("replacement").ValueKind == JsonValueKind.String)
                end = deprecated.GetString();
            if (end != removed.GetValueOrDefault(api.Name))
                wrong.Add($"{api.Name}: {end}, {removed.GetValueOrDefault(api.Name)}");
        }

        Assert.Empty(wrong);
        Assert.All(added.Keys.Concat(removed.Keys), name => Assert.True(apis.TryGetProperty(name, out _), name));
        Assert.Equal(s_documentedEarlier, earlier.Order(StringComparer.Ordinal));
        Assert.Equal(s_documentedLater, later.Order(StringComparer.Ordinal));
        // Where the documentation has only its default, the API is one of the first: the SDK began with 1.9.
        Assert.All(early, name => Assert.True(VersionNumber.Compare(added[name], "1.9") <= 0, name));
        // The manual has APIs that no known SDK has: they are newer than it, or their version is unknown.
        Assert.Equal(s_documentedAlone, noRelease.Where(name => apis.GetProperty(name).GetProperty("version_added").GetString() is { } version && VersionNumber.Compare(version, "5.2.1") <= 0));
    }

    [Fact]
    public void The_known_releases_are_those_of_the_history_and_the_manuals_newer_ones()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("facts", "releases.json")));
        string[] versions = [.. json.RootElement.GetProperty("releases").EnumerateArray().Select(static release => release.GetProperty("version").GetString()!).Where(static version => version != "head")];
        Assert.Equal(versions, KnownReleases.Versions.Take(versions.Length));
        Assert.All(KnownReleases.Versions.Skip(versions.Length), version => Assert.True(VersionNumber.Compare(version, versions[^1]) > 0, version));
    }

    [Fact]
    public async Task The_history_of_all_pages_keeps_to_its_schema()
    {
        ToolRun run = await ToolRun.InAsync(SourceTree.Root, "matrix", "specs", "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Empty(HistorySchema.Faults(json.RootElement).Take(10));
    }

    private static (Dictionary<string, string> Added, Dictionary<string, string> Removed) Releases()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("facts", "releases.json")));
        var added = new Dictionary<string, string>(StringComparer.Ordinal);
        var removed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement release in json.RootElement.GetProperty("releases").EnumerateArray())
        {
            string version = release.GetProperty("version").GetString()!;
            foreach ((string member, Dictionary<string, string> names) in (ReadOnlySpan<(string, Dictionary<string, string>)>)[("added", added), ("removed", removed)])
            {
                if (!release.TryGetProperty(member, out JsonElement list))
                    continue;
                foreach (JsonElement name in list.EnumerateArray())
                    names.TryAdd(name.GetString()!, version);
            }
        }

        return (added, removed);
    }

    private static async Task<JsonElement> HistoryAsync()
    {
        ToolRun run = await ToolRun.InAsync(SourceTree.Root, "matrix", "specs", "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("apis").Clone();
    }
}
