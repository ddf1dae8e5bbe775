using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStack.Tests.Model;

// Handwritten in the form of generated code.
public partial class VmInstanceInventory : ZStackStructure
{
    public string? Uuid { get; set; }

    public string? Name { get; set; }

    public int? CpuNum { get; set; }

    public long? MemorySize { get; set; }

    public double? Load { get; set; }

    public bool? Enabled { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public IReadOnlyList<VmNicInventory> VmNics { get; set; } = Array.Empty<VmNicInventory>();

    public IReadOnlyList<string> Tags { get; set; } = Array.Empty<string>();

    public IReadOnlyDictionary<string, string> Labels { get; set; } = new Dictionary<string, string>();

    public JsonElement? Opaque { get; set; }

    public static VmInstanceInventory Read(ref JsonReader reader)
    {
        var value = new VmInstanceInventory();
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref JsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 4:
                if (reader.NameIs("uuid"u8))
                {
                    Uuid = reader.String();
                    return true;
                }

                if (reader.NameIs("name"))
                {
                    Name = reader.String();
                    return true;
                }

                if (reader.NameIs("load"u8))
                {
                    Load = reader.Double();
                    return true;
                }

                if (reader.NameIs("tags"u8))
                {
                    Tags = reader.StringList();
                    return true;
                }

                break;
            case 6:
                if (reader.NameIs("cpuNum"u8))
                {
                    CpuNum = reader.Int32();
                    return true;
                }

                if (reader.NameIs("vmNics"u8))
                {
                    VmNics = reader.List(VmNicInventory.Read);
                    return true;
                }

                if (reader.NameIs("labels"u8))
                {
                    Labels = reader.StringMap();
                    return true;
                }

                if (reader.NameIs("opaque"u8))
                {
                    Opaque = reader.Element();
                    return true;
                }

                break;
            case 7 when reader.NameIs("enabled"u8):
                Enabled = reader.Boolean();
                return true;
            case 10:
                if (reader.NameIs("memorySize"u8))
                {
                    MemorySize = reader.Int64();
                    return true;
                }

                if (reader.NameIs("createDate"u8))
                {
                    CreateDate = reader.DateTimeOffset();
                    return true;
                }

                break;
        }

        return base.ReadMember(ref reader);
    }

    protected override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("uuid"u8, Uuid);
        writer.Member("name"u8, Name);
        writer.Member("cpuNum"u8, CpuNum);
        writer.Member("memorySize"u8, MemorySize);
        writer.Member("load"u8, Load);
        writer.Member("enabled"u8, Enabled);
        writer.Member("createDate"u8, CreateDate);
        writer.Member("vmNics"u8, VmNics);
        writer.Member("tags"u8, Tags);
        writer.Member("labels"u8, Labels);
        writer.Member("opaque"u8, Opaque);
    }
}

public partial class VmNicInventory : ZStackStructure
{
    public string? Ip { get; set; }

    public string? Password { get; set; }

    public static VmNicInventory Read(ref JsonReader reader)
    {
        var value = new VmNicInventory();
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref JsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 2 when reader.NameIs("ip"u8):
                Ip = reader.String();
                return true;
            case 13 when reader.NameIs("passwordIndex"u8):
                Password = reader.Int32()?.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return true;
        }

        return base.ReadMember(ref reader);
    }

    protected override void WriteMembers(ref JsonBodyWriter writer) => writer.Member("ip"u8, Ip);
}
