using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Tests;

/// <summary>The text of the built-in catalog is generated here from the facts.</summary>
public sealed class KnownStructuresTests
{
    /// <summary>Structures of the facts that are tables of a single page and not types of ZStack.</summary>
    private static readonly string[] s_left = ["APIUpdateEncryptKeyEvent", "ReconnectHostReply", "L2NetworkDate"];

    [Fact]
    public void The_embedded_structures_equal_the_facts()
    {
        string expected = Make(SharedFolder.Require("facts", "structs.json"), SharedFolder.Require("facts", "apis.json"));
        using Stream stream = typeof(TypeCatalog).Assembly.GetManifestResourceStream("ZStackGen.Specs.Catalog.KnownStructures.txt")!;
        using var reader = new StreamReader(stream);
        string actual = reader.ReadToEnd();
        if (actual != expected)
        {
            string received = Path.Combine(AppContext.BaseDirectory, "KnownStructures.received.txt");
            File.WriteAllText(received, expected);
            Assert.Fail("generator/ZStackGen.Specs/Catalog/Collecting/KnownStructures.txt differs from the facts; the text to copy is " + received);
        }
    }

    [Fact]
    public void Every_line_is_readable()
    {
        KnownStructure nic = KnownStructures.Instance.Find("VmNicInventory")!;
        Assert.Equal(DocumentedKind.Int32, nic.TypeOf("ipVersion")!.Kind);
        Assert.Equal("UsedIpInventory", nic.TypeOf("usedIps")!.Element!.Name);
        Assert.Equal("VmInstanceInventory", KnownStructures.Instance.Find("ApplianceVmInventory")!.Extends);
        Assert.True(KnownStructures.Instance.Find("IpRangeType")!.IsEnumeration);
        Assert.Equal("UsedIpInventory", KnownStructures.Instance.QueryElement("QueryIpAddress"));
        Assert.Null(KnownStructures.Instance.Find("NoSuchInventory"));
    }

    private static string Make(string structs, string apis)
    {
        var text = new StringBuilder();
        using JsonDocument types = JsonDocument.Parse(File.ReadAllText(structs));
        foreach (JsonProperty structure in types.RootElement.EnumerateObject().OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            if (s_left.Contains(structure.Name))
                continue;
            JsonElement sdk = structure.Value.GetProperty("sdk");
            if (sdk.ValueKind == JsonValueKind.Object && sdk.GetProperty("kind").GetString() == "enum")
            {
                text.Append(structure.Name).Append('=').Append(string.Join(",", sdk.GetProperty("constants").EnumerateArray().Select(value => value.GetString()))).Append('\n');
                continue;
            }

            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            var order = new List<string>();
            foreach (JsonElement field in Items(structure.Value.GetProperty("doc")).Concat(sdk.ValueKind == JsonValueKind.Object ? Items(sdk.GetProperty("fields")) : []))
            {
                string name = field.GetProperty("name").GetString()!;
                if (fields.TryAdd(name, Code(field)))
                    order.Add(name);
            }

            text.Append(structure.Name);
            if (sdk.ValueKind == JsonValueKind.Object && sdk.GetProperty("extends").GetString() is { } parent)
                text.Append(':').Append(parent);
            text.Append('|').AppendJoin('|', order.Select(name => name + " " + fields[name])).Append('\n');
        }

        using JsonDocument all = JsonDocument.Parse(File.ReadAllText(apis));
        foreach (JsonProperty api in all.RootElement.EnumerateObject().OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            if (!api.Value.GetProperty("isQuery").GetBoolean() || api.Value.GetProperty("doc").ValueKind != JsonValueKind.Object)
                continue;
            string? element = Items(api.Value.GetProperty("doc").GetProperty("response"))
                .Where(field => field.GetProperty("name").GetString()!.StartsWith("inventor", StringComparison.Ordinal))
                .Select(field => field.TryGetProperty("struct", out JsonElement name) ? name.GetString() : null)
                .FirstOrDefault();
            // Only the structures whose names do not determine the element.
            if (element is not null && "Query" + element.Replace("Inventory", "", StringComparison.Ordinal) != api.Name)
                text.Append('?').Append(api.Name).Append('=').Append(element).Append('\n');
        }

        return text.ToString();
    }

    private static List<JsonElement> Items(JsonElement array) => array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];

    private static string Code(JsonElement field)
    {
        string type = field.GetProperty("type").GetString()!;
        string element = field.TryGetProperty("struct", out JsonElement name) ? name.GetString() ?? "" : "";
        return type switch
        {
            "String" => "s",
            "Integer" or "int" => "i",
            "Long" or "long" => "l",
            "Boolean" or "boolean" => "b",
            "Double" or "double" => "d",
            "Float" or "float" => "f",
            "Timestamp" => "t",
            "Object" => "o",
            "List" or "Set" or "ArrayList" => "[" + element,
            "Map" or "LinkedHashMap" or "HashMap" => "{" + element,
            _ => type,
        };
    }
}
