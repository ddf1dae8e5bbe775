using System.Threading.Tasks;
using Refit;
using ZStack.Api;

namespace ZStackGen.OtherGenerators.Tests;

/// <summary>Implemented by Refit's generator, which requires that it sees the types of ZStackGen.</summary>
public interface IZoneApi
{
    [Get("/zones/{uuid}")]
    Task<ZoneInventory> GetZoneAsync(string uuid);
}
